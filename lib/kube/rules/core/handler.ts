// The handler of a probe or of a lifecycle hook: what is run or asked.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#lifecycle-1
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { HTTPGetAction, LifecycleHandler, Probe } from '../../api/types';
import { headerName, portName } from '../../values/syntax';
import { checkOneOfOrEmpty, checkRange, checkRequired, checkSpelling } from '../checks';

/** The part of a probe or hook that says what is done. */
export type Handler = Pick<Probe, 'exec' | 'httpGet' | 'tcpSocket' | 'grpc'> & Pick<LifecycleHandler, 'sleep'>;

const KINDS = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep'] as const;

/** @param kinds - The kinds of handler that are possible there. */
export function checkHandler(handler: Handler, kinds: string, place: At, report: Report): void {
  const { exec, httpGet, tcpSocket, grpc } = handler;
  let first: string | undefined;
  for (const kind of KINDS) {
    if (handler[kind] === undefined) continue;
    if (first === undefined) first = kind;
    else report.error(at(place, kind), 'forbidden', `may not be set beside ${first}: only one handler is possible`);
  }
  if (first === undefined) report.error(place, 'required', `must have a handler: ${kinds}`);
  if (exec !== undefined) checkRequired(exec.command, at(at(place, 'exec'), 'command'), report);
  if (httpGet !== undefined) checkHttpGet(httpGet, at(place, 'httpGet'), report);
  if (tcpSocket !== undefined) checkPort(tcpSocket.port, at(at(place, 'tcpSocket'), 'port'), report);
  if (grpc !== undefined) checkPort(grpc.port, at(at(place, 'grpc'), 'port'), report);
}

function checkHttpGet(action: HTTPGetAction, place: At, report: Report): void {
  checkPort(action.port, at(place, 'port'), report);
  checkOneOfOrEmpty(action.scheme, ['HTTP', 'HTTPS'], at(place, 'scheme'), report);
  const headers = action.httpHeaders;
  if (headers === undefined) return;
  for (let index = 0; index < headers.length; index++) {
    const name = headers[index]?.name;
    const here = at(at(at(place, 'httpHeaders'), index), 'name');
    if (checkRequired(name, here, report)) checkSpelling(name, headerName, here, report);
  }
}

/** A port by number, or by the name of a port of the container. */
function checkPort(port: number | string | undefined, place: At, report: Report): void {
  if (port === undefined) report.error(place, 'required', 'is required');
  else if (typeof port === 'number') checkRange(port, 1, 65535, place, report);
  else if (/^[0-9]{1,5}$/.test(port)) {
    report.error(place, 'bad-name', 'a port by number must not be in quotes', {
      value: port,
      hint: `write ${Number(port)}`,
    });
  } else checkSpelling(port, portName, place, report);
}
