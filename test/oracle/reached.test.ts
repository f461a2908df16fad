import { rulesOf } from './reached';

const path = 'k8s.io/kubernetes/pkg/apis/core/validation/validation.go';
const text = `package validation

func ValidateThing(thing *core.Thing) field.ErrorList {
	allErrs := validateNumber(thing.Number)
	if thing.Name == "" {
		// field.Required() comes first
		allErrs = append(allErrs, field.Required(field.NewPath("name"), ""))
	}
	return allErrs
}

func validateNumber(n int) field.ErrorList {
	if n < 0 { return field.ErrorList{field.Invalid(nil, n, "negative")} }
	return nil
}

func ValidateThingUpdate(a, b *core.Thing) field.ErrorList {
	return append(compare(a, b), validateNumber(a.Number)...)
}

func compare(a, b *core.Thing) field.ErrorList {
	return field.ErrorList{field.Forbidden(nil, "immutable")}
}

func unused[T any](value T) *field.Error { return field.NotSupported[T](nil, value, nil) }
`;
const profile = (...counts: number[]): string =>
  `mode: set
${[
  '3.55,5.22 2',
  '5.22,8.3 1',
  '9.2,9.16 1',
  '12.45,13.12 1',
  '13.12,13.72 1',
  '14.2,14.12 1',
  '17.61,19.2 1',
  '21.49,23.2 1',
  '25.44,25.92 1',
]
  .map((block, index) => `${path}:${block} ${counts[index] ?? 0}`)
  .join('\n')}
`;
const rules = (counts: number[], where: 'reached' | 'elsewhere'): number[] =>
  rulesOf([{ path, text }], profile(...counts)).flatMap((site) => (site[where] ? [site.line] : []));

test('rules are found with their function, but not in comments', () => {
  const found = rulesOf([{ path, text }], profile()).map(({ line, func }) => `${line} ${func}`);
  expect(found).toEqual(['7 ValidateThing', '13 validateNumber', '22 compare', '25 unused']);
});

test('a rule is reached when the innermost block around it is', () => {
  expect(rules([1, 0, 1, 1, 0, 1], 'reached')).toEqual([]);
  expect(rules([1, 1, 1, 1, 0, 1], 'reached')).toEqual([7]);
  expect(rules([1, 0, 1, 1, 1, 1, 0, 0, 1], 'reached')).toEqual([13, 25]);
});

test('what only updates ask for is told from what a create could reach', () => {
  expect(rules([1, 0, 1, 1, 0, 1], 'elsewhere')).toEqual([22]);
  // Once a create has been there, it is no rule of updates.
  expect(rules([1, 0, 1, 1, 0, 1, 0, 1], 'elsewhere')).toEqual([]);
  expect(rules([1, 0, 1, 1, 0, 1, 1, 0], 'elsewhere')).toEqual([]);
});
