//go:build tools

// The programs that the wrapper module builds: kube-apiserver and etcd, both pinned by go.mod.
package tools

import (
	_ "go.etcd.io/etcd/server/v3"
	_ "k8s.io/kubernetes/cmd/kube-apiserver"
)
