// The app of app.ts with four mistakes, which `cdk8s synth` only notices with the plugin.
import { build } from './app';

build({ weekDay: '7', timeZone: 'Europe/paris', version: '1.0+build', portName: 'http-management-port' });
