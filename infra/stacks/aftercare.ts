import { Aws, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { Alarms } from '../constructs/alarms.ts';
import { Attachments } from '../constructs/attachments.ts';
import { CaseLifecycle } from '../constructs/caseLifecycle.ts';
import { CaseTable } from '../constructs/caseTable.ts';
import { Handler } from '../constructs/handler.ts';
import { Keys } from '../constructs/keys.ts';
import { Mail } from '../constructs/mail.ts';
import { overview } from '../constructs/overview.ts';
import { SiteApi } from '../constructs/siteApi.ts';
import { Staff } from '../constructs/staff.ts';
import { Timers } from '../constructs/timers.ts';
import { watch, type Watched } from '../constructs/watch.ts';
import { parkingQueue, WorkQueue } from '../constructs/workQueue.ts';

export interface AftercareProps extends StackProps {
  readonly config: StageConfig;
  /** Where people reach the site, without a slash at the end; the API's own address when missing. */
  readonly siteUrl?: string | undefined;
  /** Link to an execution in the console, with `{execution}` where its ARN goes; AWS's own console when missing. */
  readonly consoleUrl?: string | undefined;
  /** Address of the local cloud, in the local stages. */
  readonly cloudUrl?: string | undefined;
}

/** Everything of one stage. One stack: nothing in here is of use without the rest, and a case crosses all of it. */
export class AftercareStack extends Stack {
  constructor(scope: Construct, id: string, props: AftercareProps) {
    super(scope, id, props);
    const { config } = props;
    const site = new SiteApi(this, 'Site', config);
    const siteUrl = props.siteUrl ?? site.url;

    // What is kept
    const cases = new CaseTable(this, 'Cases', config);
    const attachments = new Attachments(this, 'Attachments', config);
    const keys = new Keys(this, 'Keys', config);
    const staff = new Staff(this, 'Staff', { config, siteUrl, cloudUrl: props.cloudUrl ?? 'http://localhost:4566' });

    // What waits
    const outbox = new WorkQueue(this, 'Outbox', { config, name: 'outbox', inOrder: true, timeoutSeconds: 30 });
    const repairs = new WorkQueue(this, 'Repairs', { config, name: 'repair', timeoutSeconds: 30 });
    const timerMessages = new WorkQueue(this, 'TimerMessages', { config, name: 'timers', timeoutSeconds: 30 });
    const undelivered = parkingQueue(this, 'Undelivered', config, 'undelivered');
    const workflow = new CaseLifecycle(this, 'CaseLifecycle', { config, cases });
    const timers = new Timers(this, 'Timers', { config, queue: timerMessages.queue });
    const mail = new Mail(this, 'Mail', config);

    // Who does something
    const handler = (entry: string, harm: string, options: { timeoutSeconds: number; withPages?: boolean; rules?: boolean }) => {
      const { rules = true, ...rest } = options;
      const environment = { SITE_URL: siteUrl, ...(rules && { POLICY: JSON.stringify(config.policy) }) };
      return new Handler(this, { config, entry, harm, environment, ...rest });
    };
    const door = { timeoutSeconds: 15 }; // nobody waits longer for a page
    const worker = { timeoutSeconds: 30 };
    const siteDoor = handler('site', 'Customers cannot open a page, send a form or follow their case.', { ...door, withPages: true });
    const desk = handler('desk', 'Staff cannot see or work on cases.', door);
    const docs = handler('docs', 'Developers cannot read the description of the API.', { ...door, rules: false });
    const dispatch = handler('stream/dispatch', 'Cases move on late: what fails here is tried again, then repaired.', {
      timeoutSeconds: 60,
    });
    const repair = handler('workflow/repair', 'Cases that fell off their way stay there: what fails here is tried again.', worker);
    const timer = handler('schedule/timer', 'Surveys, warnings and closings of cases come late: what fails here is tried again.', worker);
    const sweep = handler('schedule/sweep', 'Nobody is hurt yet, but a case that fell off its way is not found.', { timeoutSeconds: 300 });
    const sendMail = handler('mail/sendMail', 'Customers get their mails late: what fails here is tried again.', worker);
    const mailEvents = handler(
      'mail/mailEvents',
      'Nobody is hurt yet, but mails go on to addresses that do not exist or complained.',
      worker,
    );

    cases.serves(siteDoor, 'read', 'append', 'countOpenings');
    cases.serves(desk, 'read', 'append', 'listOpen');
    cases.serves(dispatch, 'read', 'append', 'index');
    cases.serves(repair, 'read', 'append', 'index');
    cases.serves(timer, 'read', 'append', 'readMail');
    cases.serves(sweep, 'listOpen');
    cases.serves(sendMail, 'read', 'append', 'readMail', 'readStanding');
    cases.serves(mailEvents, 'append', 'readMail');
    for (const reader of [siteDoor, desk, dispatch, repair, timer, sweep, sendMail, mailEvents]) keys.areReadBy(reader);
    for (const keeper of [siteDoor, desk]) attachments.areKeptBy(keeper);
    for (const page of [siteDoor, desk]) staff.signInAt(page);
    staff.areListedBy(desk);
    workflow.isKnownTo(desk); // it links to the execution of a case
    desk.knows({ CONSOLE_URL: props.consoleUrl ?? CONSOLE_URL });

    for (const driver of [dispatch, repair]) {
      workflow.isDrivenBy(driver);
      timers.areSetBy(driver);
      outbox.takesFrom(driver, 'OUTBOX_URL');
      repairs.takesFrom(driver, 'REPAIR_URL');
    }
    outbox.takesFrom(timer, 'OUTBOX_URL');
    repairs.takesFrom(sweep, 'REPAIR_URL');
    mail.isSentBy(sendMail);

    // What starts them
    site.isOpen(siteDoor, '/', '/{proxy+}');
    site.isOpen(docs, '/api', '/api/openapi.json');
    site.isForStaff(staff, desk, '/api/desk/{proxy+}');
    cases.streamsTo(dispatch, repairs.parked);
    repairs.feeds(repair, { batchSize: 5 });
    timerMessages.feeds(timer, { batchSize: 10 });
    outbox.feeds(sendMail, { batchSize: 10, maxConcurrency: 2 }); // two at a time keep the rate that SES grants
    workflow.reportsFailuresTo(repairs.queue, undelivered);
    mail.reportsTo(mailEvents, undelivered);
    new Rule(this, 'Nightly', {
      description: 'The daily sweep, at two in the morning in Shanghai',
      schedule: Schedule.cron({ minute: '0', hour: '18' }),
      targets: [new LambdaFunction(sweep.function, { deadLetterQueue: undelivered })],
    });
    for (const { function: called } of [sweep, mailEvents])
      called.configureAsyncInvoke({ onFailure: new SqsDestination(undelivered), retryAttempts: 2, maxEventAge: Duration.hours(6) });

    // Who looks at them
    const handlers = [siteDoor, desk, docs, dispatch, repair, timer, sweep, sendMail, mailEvents];
    const alarms = new Alarms(this, 'Alarms', config);
    const watched: Watched = {
      ...{ handlers, doors: [siteDoor, desk], dispatch, sweep, api: site.api, machine: workflow.machine, cases },
      ...{ outbox, repair: repairs, timers: timerMessages, undelivered, configurationSetName: mail.configurationSetName },
    };
    watch(alarms, watched);
    overview(this, alarms, watched);

    this.publish({
      ApiUrl: site.url,
      ApiId: site.api.apiId,
      SiteUrl: siteUrl,
      TableName: cases.table.tableName,
      UserPoolId: staff.pool.userPoolId,
      UserPoolClientId: staff.client.userPoolClientId,
      UserPoolDomain: staff.loginUrl,
      CaseLifecycleArn: workflow.machine.stateMachineArn,
      SweepFunctionName: sweep.function.functionName,
      FunctionNames: handlers.map(({ function: { functionName } }) => functionName).join(','),
      ThrottleRate: String(config.throttle.rate),
      ThrottleBurst: String(config.throttle.burst),
    });
  }

  private publish(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

const CONSOLE_URL = `https://${Aws.REGION}.console.aws.amazon.com/states/home?region=${Aws.REGION}#/v2/executions/details/{execution}`;
