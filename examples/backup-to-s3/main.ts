// A database's backup, twice a day, to a bucket: dumped by one container into a shared folder, sent by another.
import { Chart } from 'cdk8s';
import { App, Job } from 'cdk8s-kam';

const app = new App();
const chart = new Chart(app, 'backup-to-s3', { namespace: 'shop', disableResourceNameHashes: true });

new Job(chart, 'backup', {
  name: 'shop-backup',
  schedule: '0 */12 * * *',
  concurrencyPolicy: 'Replace',
  restartPolicy: 'OnFailure',
  initContainers: {
    dump: {
      image: 'postgres:17.2',
      command: ['sh', '-c', 'pg_dump --format=custom --file=/backup/shop.dump "$DATABASE_URL"'],
      env: { DATABASE_URL: 'secret://shop-db/url' },
      dirs: { '/backup': 'emptydir://backup' },
    },
  },
  containers: {
    send: {
      image: 'amazon/aws-cli:2.22.0',
      command: ['sh', '-c', 'aws s3 cp /backup/shop.dump "s3://$BUCKET/$(date +%F-%H).dump"'],
      env: { BUCKET: 'configmap://backup/bucket', AWS_REGION: 'eu-west-3' },
      dirs: { '/backup': 'emptydir://backup' },
    },
  },
  pod: { serviceAccountName: 'backup' },
});

app.synth();
