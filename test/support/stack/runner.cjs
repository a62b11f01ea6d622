const { default: TestRunner } = require('jest-runner');

/**
 * Runs the tests of a project one after another in one process: they share one stack and one clock, and a test that lets days pass
 * must not do so to another one.
 */
module.exports = class OneAtATime extends TestRunner {
  isSerial = true;
};
