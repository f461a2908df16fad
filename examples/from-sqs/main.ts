// The SQS message of the page, as printed (with its misspelled `"volume:"`), becomes a Job whose name follows from the message's id.
import { App, Chart } from 'cdk8s';
import { importFile } from 'cdk8s-kam';

const app = new App();
importFile(new Chart(app, 'sqs'), `${__dirname}/message.json`);
app.synth();
