//go:build !since_1_35

package main

import (
	"k8s.io/apiserver/pkg/registry/generic"
	kubelet "k8s.io/kubernetes/pkg/kubelet/client"
	pod "k8s.io/kubernetes/pkg/registry/core/pod/storage"
)

func newPods(options generic.RESTOptionsGetter, nodes kubelet.ConnectionInfoGetter) (pod.PodStorage, error) {
	return pod.NewStorage(options, nodes, nil, client.PolicyV1())
}
