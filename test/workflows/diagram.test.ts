import { expect, test } from '@jest/globals';
import { renderMermaidSVG } from 'beautiful-mermaid';
import { machineFiles } from '../../infra/checks/asl.ts';
import { mermaid } from '../../infra/checks/diagram.ts';

test.each(machineFiles().map(({ name, machine }) => [name, machine] as const))('%s can be drawn, with all its states', (_name, machine) => {
  const picture = renderMermaidSVG(mermaid(machine));
  for (const state of Object.keys(machine.States)) expect(picture).toContain(`>${state}<`);
});
