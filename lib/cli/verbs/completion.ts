import type { Shell } from '../completion';
import type { Verb } from '../verb';

const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

export const completion: Verb = {
  name: 'completion',
  summary: 'completion for a shell',
  operands: 'bash, zsh or fish',
  most: 1,
  words: SHELLS,
  about: ['Prints a script that completes verbs, flags and their values.'],
  flags: [],
  examples: [
    ['cdk8s-kam completion bash > /etc/bash_completion.d/cdk8s-kam', 'for all users'],
    ['cdk8s-kam completion zsh > "${fpath[1]}/_cdk8s-kam"', 'for zsh'],
    ['cdk8s-kam completion fish > ~/.config/fish/completions/cdk8s-kam.fish', 'for fish'],
  ],
  run: (...call) => (require('../completion') as typeof import('../completion')).completion(...call),
};
