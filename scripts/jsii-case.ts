// The spelling of cdk8s-plus.
// https://github.com/cdklabs/json2jsii

/** How jsii, and so cdk8s-plus, spells a name: `hostPID` is `hostPid`, `targetWWNs` is `targetWwNs`. */
export const jsiiCase = (name: string): string =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [name])
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
