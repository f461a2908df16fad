//go:build since_1_36

package main

import (
	certificate "k8s.io/kubernetes/pkg/registry/certificates/rest"
	resource "k8s.io/kubernetes/pkg/registry/resource/rest"
)

var certificates = certificate.RESTStorageProvider{Authorizer: authorizer}

var resources = resource.RESTStorageProvider{NamespaceClient: client.CoreV1().Namespaces(), Authorizer: authorizer}
