// The Chart that a construct is in.
import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ProblemError } from '../report/problem-error';

/**
 * The nearest Chart around a construct.
 * @throws ProblemError where there is none: no file would hold its objects
 */
export function chartOf(construct: IConstruct): Chart {
  for (let each: IConstruct | undefined = construct; each !== undefined; each = each.node.scope)
    if (Chart.isChart(each)) return each;
  // What was given the app.
  const { path, id } = (construct.node.scopes[1] ?? construct).node;
  throw new ProblemError([
    {
      code: 'required',
      severity: 'error',
      path: [path],
      message: 'must be in a chart, which is what is written to a file',
      hint: `Write const chart = new Chart(app, 'main'), and give "${id}" the chart instead of the app`,
    },
  ]);
}
