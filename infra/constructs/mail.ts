import { ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { ConfigurationSet, EmailIdentity, EmailSendingEvent, EventDestination, Identity, SuppressionReasons } from 'aws-cdk-lib/aws-ses';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import type { Handler } from './handler.ts';
import { grantable } from './localCloud.ts';

/** How mails leave: the sender that SES knows, and the configuration set that reports what became of each. */
export class Mail extends Construct {
  readonly configurationSetName: string;
  private readonly config: StageConfig;
  private readonly configurationSet: ConfigurationSet;
  private readonly identity: EmailIdentity;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const { address, verify } = config.sender;
    this.config = config;
    this.configurationSetName = Stack.of(this).stackName;
    this.configurationSet = new ConfigurationSet(this, 'Reports', {
      configurationSetName: this.configurationSetName,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [EmailSendingEvent.SEND, EmailSendingEvent.DELIVERY, EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    this.identity = new EmailIdentity(this, 'Sender', {
      identity: verify === 'domain' ? Identity.domain(domainOf(address)) : Identity.email(address),
      configurationSet: this.configurationSet,
    });
    if (verify === 'domain')
      this.identity.dkimRecords.forEach(
        ({ name, value }, index) => new CfnOutput(Stack.of(this), `DkimRecord${index + 1}`, { value: `${name} CNAME ${value}` }),
      );
  }

  /** Lets a function send, from the one address. */
  isSentBy(handler: Handler): void {
    const { address } = this.config.sender;
    const configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSetName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    handler.knows({ SENDER: address, CONFIGURATION_SET: this.configurationSetName });
    const when = { StringEquals: { 'ses:FromAddress': address } };
    handler.may(['ses:SendRawEmail'], ...grantable(this.config, [this.identity.emailIdentityArn, configurationSetArn], when));
  }

  /** Tells a function what became of each mail of this stage. */
  reportsTo(handler: Handler, undelivered: IQueue): void {
    new Rule(this, 'Events', {
      description: 'What became of a mail: sent, delivered, bounced or complained about',
      eventPattern: {
        source: this.config.isLocal ? ['aws.ses', 'drill.ses'] : ['aws.ses'], // nobody but AWS may speak as `aws.…`, drills neither
        detail: {
          eventType: ['Send', 'Delivery', 'Bounce', 'Complaint'],
          mail: { tags: { 'ses:configuration-set': [this.configurationSetName] } },
        },
      },
      targets: [new LambdaFunction(handler.function, { deadLetterQueue: undelivered })],
    });
  }
}

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);
