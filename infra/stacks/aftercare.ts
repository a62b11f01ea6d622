import { Aws, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { Alarms } from '../constructs/alarms.ts';
import { Attachments } from '../constructs/attachments.ts';
import { CaseTable } from '../constructs/caseTable.ts';
import { ImportFiles } from '../constructs/importFiles.ts';
import { Keys } from '../constructs/keys.ts';
import { Lifecycle } from '../constructs/lifecycle.ts';
import { Mail } from '../constructs/mail.ts';
import { overview } from '../constructs/overview.ts';
import { SiteApi } from '../constructs/siteApi.ts';
import { Staff } from '../constructs/staff.ts';
import { Timers } from '../constructs/timers.ts';
import { watch } from '../constructs/watch.ts';
import { parkingQueue, WorkQueue } from '../constructs/workQueue.ts';
import { handlersOf, WORKER_SECONDS, type Handlers } from './handlers.ts';

export interface AftercareProps extends StackProps {
  readonly config: StageConfig;
  /** Where people reach the site, without a slash at the end; the API's own address when missing. */
  readonly siteUrl?: string | undefined;
  /** Link to an execution in the console, with `{execution}` where its ARN goes; AWS's own console when missing. */
  readonly consoleUrl?: string | undefined;
  /** Address of the local cloud, in the local stages. */
  readonly cloudUrl?: string | undefined;
}

const CONSOLE_URL = `https://${Aws.REGION}.console.aws.amazon.com/states/home?region=${Aws.REGION}#/v2/executions/details/{execution}`;

/** Addresses that lie below one of the desk's, and go to a function of their own. */
const TRANSFER_PATHS = ['/api/desk/contracts/imports', '/api/desk/contracts/imports/{proxy+}', '/api/desk/contracts/export'];

/** Everything of one stage. One stack: no part is of use without the others, and a case crosses all of them. */
export class AftercareStack extends Stack {
  private readonly config: StageConfig;
  private readonly site: SiteApi;
  private readonly siteUrl: string;
  private readonly cases: CaseTable;
  private readonly attachments: Attachments;
  private readonly importFiles: ImportFiles;
  private readonly keys: Keys;
  private readonly staff: Staff;
  private readonly outbox: WorkQueue;
  private readonly repairs: WorkQueue;
  private readonly timerMessages: WorkQueue;
  private readonly imports: WorkQueue;
  private readonly care: WorkQueue;
  private readonly undelivered: Queue;
  private readonly workflow: Lifecycle;
  private readonly renewals: Lifecycle;
  private readonly timers: Timers;
  private readonly mail: Mail;
  private readonly handlers: Handlers;

  constructor(scope: Construct, id: string, props: AftercareProps) {
    super(scope, id, props);
    const { config, cloudUrl = 'http://localhost:4566' } = props;
    this.config = config;
    this.site = new SiteApi(this, 'Site', config);
    this.siteUrl = props.siteUrl ?? this.site.url;

    this.cases = new CaseTable(this, 'Cases', config);
    this.attachments = new Attachments(this, 'Attachments', { config, cloudUrl });
    this.importFiles = new ImportFiles(this, 'ImportFiles', { config, cloudUrl });
    this.keys = new Keys(this, 'Keys', config);
    this.staff = new Staff(this, 'Staff', { config, siteUrl: this.siteUrl, cloudUrl });

    const timeoutSeconds = WORKER_SECONDS;
    this.outbox = new WorkQueue(this, 'Outbox', { config, name: 'outbox', inOrder: true, timeoutSeconds });
    this.repairs = new WorkQueue(this, 'Repairs', { config, name: 'repair', timeoutSeconds });
    this.timerMessages = new WorkQueue(this, 'TimerMessages', { config, name: 'timers', timeoutSeconds });
    this.imports = new WorkQueue(this, 'Imports', { config, name: 'imports', timeoutSeconds });
    this.care = new WorkQueue(this, 'Care', { config, name: 'care', timeoutSeconds });
    this.undelivered = parkingQueue(this, 'Undelivered', config, 'undelivered');

    this.workflow = new Lifecycle(this, 'CaseLifecycle', {
      config,
      cases: this.cases,
      workflow: 'case-lifecycle',
      subject: 'case',
      variable: 'STATE_MACHINE_ARN',
    });
    this.renewals = new Lifecycle(this, 'Renewal', {
      config,
      cases: this.cases,
      workflow: 'renewal',
      subject: 'renewal',
      variable: 'RENEWALS_ARN',
    });
    this.timers = new Timers(this, 'Timers', { config, queue: this.timerMessages.queue });
    this.mail = new Mail(this, 'Mail', config);
    this.handlers = handlersOf(this, config);

    this.serveDoors(props.consoleUrl ?? CONSOLE_URL);
    this.serveWorkers();
    this.serveTransfers();
    this.serveCare();
    this.start();
    this.watch();
    this.publish();
  }

  /** What those need who answer people. */
  private serveDoors(consoleUrl: string): void {
    const { site, desk, docs } = this.handlers;
    this.cases.serves(site, 'read', 'append', 'countOpenings');
    this.cases.serves(desk, 'read', 'append', 'readStanding', 'listOpen', 'listContracts');
    for (const door of [site, desk]) {
      door.knows({ SITE_URL: this.siteUrl, POLICY: JSON.stringify(this.config.policy) });
      this.keys.areReadBy(door);
      this.attachments.areKeptBy(door);
    }
    docs.knows({ SITE_URL: this.siteUrl });
    this.staff.signInAt(site);
    this.staff.areListedBy(desk);
    this.staff.signedInFor(desk);
    this.workflow.isKnownTo(desk); // it links to the execution of a case
    desk.knows({ CONSOLE_URL: consoleUrl });
  }

  /** What those need who carry on what follows from an event. */
  private serveWorkers(): void {
    const { dispatch, repair, timer, care, sweep, sendMail, mailEvents } = this.handlers;
    for (const worker of [dispatch, repair, timer, care, sweep, sendMail, mailEvents]) this.keys.areReadBy(worker);
    for (const worker of [dispatch, repair, timer, sendMail]) worker.knows({ POLICY: JSON.stringify(this.config.policy) });
    for (const driver of [dispatch, repair]) {
      this.cases.serves(driver, 'read', 'append', 'index');
      this.staff.areListedBy(driver); // it tells them how the clocks of cases stand
      for (const workflow of [this.workflow, this.renewals]) workflow.isDrivenBy(driver);
      this.timers.areSetBy(driver);
      this.outbox.takesFrom(driver, 'OUTBOX_URL');
    }
    for (const asker of [dispatch, repair, timer, care, sweep]) this.repairs.takesFrom(asker, 'REPAIR_URL');
    this.cases.serves(dispatch, 'listOpen'); // new rules are for all open cases
    this.cases.serves(repair, 'readMail'); // it fires timers, and a case closes only if its warnings went out
    this.cases.serves(timer, 'read', 'append', 'readMail');
    this.outbox.takesFrom(timer, 'OUTBOX_URL');
    this.cases.serves(sweep, 'read', 'listOpen', 'listCare');
    this.cases.serves(sendMail, 'read', 'append', 'readMail', 'readStanding');
    this.mail.isSentBy(sendMail);
    sendMail.knows({ SITE_URL: this.siteUrl });
    this.staff.areListedBy(sendMail); // a letter about a contract names who looks after it
    this.cases.serves(mailEvents, 'read', 'append', 'readMail');
  }

  /** What those need who look after contracts. */
  private serveCare(): void {
    const { dispatch, repair, care, sweep } = this.handlers;
    for (const asker of [dispatch, repair, sweep]) this.care.takesFrom(asker, 'CARE_URL');
    this.cases.serves(care, 'read', 'append', 'readStanding');
    this.cases.serves(repair, 'listContracts'); // it goes over the whole register, page by page
  }

  /** What those need who import and export contracts. */
  private serveTransfers(): void {
    const { transfer, importer } = this.handlers;
    for (const handler of [transfer, importer]) {
      this.keys.areReadBy(handler);
      this.staff.areListedBy(handler);
    }
    this.cases.serves(transfer, 'read', 'listContracts', 'keepImports', 'lookUp');
    this.cases.serves(importer, 'read', 'append', 'keepImports', 'lookUp');
    this.importFiles.areWrittenBy(transfer);
    this.importFiles.areReadBy(importer);
    this.imports.takesFrom(transfer, 'IMPORTS_QUEUE_URL');
    this.staff.signedInFor(transfer);
    transfer.knows({ SITE_URL: this.siteUrl });
  }

  /** What starts each of them. */
  private start(): void {
    const { site, desk, transfer, importer, docs, dispatch, repair, timer, care, sweep, sendMail, mailEvents } = this.handlers;
    this.site.isOpen(site, '/', '/{proxy+}');
    this.site.isOpen(docs, '/api', '/api/openapi.json', '/api/problems/{type}');
    this.site.isForStaff(this.staff, desk, '/api/desk/{proxy+}');
    this.site.isForStaff(this.staff, transfer, ...TRANSFER_PATHS);
    this.cases.streamsTo(dispatch, this.repairs.parked);
    this.repairs.feeds(repair, { batchSize: 5 });
    this.timerMessages.feeds(timer, { batchSize: 10 });
    this.outbox.feeds(sendMail, { batchSize: 10, maxConcurrency: 2 }); // two at a time keep the rate that SES grants
    this.imports.feeds(importer, { batchSize: 1, maxConcurrency: 2 }); // a table that is new takes that beside everything else
    this.care.feeds(care, { batchSize: 10, maxConcurrency: 10 }); // a few hundred contracts a second, which a new table takes; mails leave at the rate of the outbox
    for (const workflow of [this.workflow, this.renewals]) workflow.reportsFailuresTo(this.repairs.queue, this.undelivered);
    this.mail.reportsTo(mailEvents, this.undelivered);
    const lateAtMost = { deadLetterQueue: this.undelivered, maxEventAge: Duration.hours(1) }; // the next one makes up for it, as of its own time
    new Rule(this, 'Nightly', {
      description: 'The daily sweep, at two in the morning in Shanghai',
      schedule: Schedule.cron({ minute: '0', hour: '18' }),
      targets: [new LambdaFunction(sweep.function, lateAtMost)],
    });
    new Rule(this, 'Hourly', {
      description: 'The sweep of contracts: somewhere the night has just ended',
      schedule: Schedule.cron({ minute: '5' }),
      targets: [
        new LambdaFunction(sweep.function, {
          ...lateAtMost,
          event: RuleTargetInput.fromObject({ time: EventField.time, only: 'contracts' }),
        }),
      ],
    });
    mailEvents.parksFailuresOn(this.undelivered, Duration.hours(6));
    sweep.parksFailuresOn(this.undelivered, lateAtMost.maxEventAge);
  }

  private watch(): void {
    const alarms = new Alarms(this, 'Alarms', this.config);
    const watched = {
      stage: this.config.stage,
      handlers: this.handlers,
      api: this.site.api,
      machine: this.workflow.machine,
      renewals: this.renewals.machine,
      cases: this.cases,
      outbox: this.outbox,
      repair: this.repairs,
      timers: this.timerMessages,
      imports: this.imports,
      care: this.care,
      undelivered: this.undelivered,
      configurationSetName: this.mail.configurationSetName,
    };
    watch(alarms, watched);
    overview(this, alarms, watched);
  }

  /** What tools and people look up after a deployment. */
  private publish(): void {
    const { throttle } = this.config;
    const outputs = {
      ApiUrl: this.site.url,
      ApiId: this.site.api.apiId,
      SiteUrl: this.siteUrl,
      TableName: this.cases.table.tableName,
      UserPoolId: this.staff.pool.userPoolId,
      UserPoolClientId: this.staff.client.userPoolClientId,
      UserPoolDomain: this.staff.loginUrl,
      CaseLifecycleArn: this.workflow.machine.stateMachineArn,
      RenewalArn: this.renewals.machine.stateMachineArn,
      SweepFunctionName: this.handlers.sweep.function.functionName,
      FunctionNames: Object.values(this.handlers)
        .map((handler) => handler.function.functionName)
        .join(','),
      ThrottleRate: String(throttle.rate),
      ThrottleBurst: String(throttle.burst),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
