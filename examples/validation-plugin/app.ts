// An app that knows nothing of cdk8s-kam; its manifests are checked by the validation plugin alone (cdk8s.yaml).
import { App, Chart, Cron, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

/** What `before.ts` gets wrong. cdk8s, the types and `kubeconform -strict` are content with every value of it. */
export interface Choices {
  readonly weekDay: string;
  readonly timeZone: string;
  readonly version: string;
  readonly portName: string;
}

/** A nightly job and a web server. */
export function build({ weekDay, timeZone, version, portName }: Choices): void {
  const app = new App();
  const chart = new Chart(app, 'validation-plugin', { disableResourceNameHashes: true });

  new kplus.CronJob(chart, 'backup', {
    schedule: Cron.schedule({ minute: '30', hour: '2', weekDay }),
    timeZone,
    startingDeadline: Duration.minutes(5),
    containers: [{ image: 'busybox:1.28', securityContext: { user: 1000 } }],
  });

  const web = new kplus.Deployment(chart, 'web', {
    metadata: { labels: { version } },
    containers: [{ image: 'nginx:1.27', ports: [{ number: 8080, name: portName }], securityContext: { user: 1000 } }],
  });
  web.exposeViaService({ name: 'web' });

  app.synth();
}
