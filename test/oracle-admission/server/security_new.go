//go:build since_1_35

package main

import "k8s.io/pod-security-admission/policy"

func newEvaluator() (policy.Evaluator, error) {
	return policy.NewEvaluator(policy.DefaultChecks(), nil)
}
