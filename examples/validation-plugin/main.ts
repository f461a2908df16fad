// The app of app.ts as it should be.
import { build } from './app';

build({ weekDay: '0', timeZone: 'Europe/Paris', version: '1.0-build', portName: 'http' });
