// The group of the empty name. Its provider in the server asks etcd for the ranges of Services while it is made; here they are in memory.
package main

import (
	"context"
	"net"
	"sync"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	utilnet "k8s.io/apimachinery/pkg/util/net"
	"k8s.io/apiserver/pkg/registry/generic"
	"k8s.io/apiserver/pkg/registry/rest"
	genericapiserver "k8s.io/apiserver/pkg/server"
	serverstorage "k8s.io/apiserver/pkg/server/storage"
	api "k8s.io/kubernetes/pkg/apis/core"
	kubelet "k8s.io/kubernetes/pkg/kubelet/client"
	endpoints "k8s.io/kubernetes/pkg/registry/core/endpoint/storage"
	limitrange "k8s.io/kubernetes/pkg/registry/core/limitrange/storage"
	node "k8s.io/kubernetes/pkg/registry/core/node/storage"
	volume "k8s.io/kubernetes/pkg/registry/core/persistentvolume/storage"
	claim "k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim/storage"
	podtemplate "k8s.io/kubernetes/pkg/registry/core/podtemplate/storage"
	controller "k8s.io/kubernetes/pkg/registry/core/replicationcontroller/storage"
	corerest "k8s.io/kubernetes/pkg/registry/core/rest"
	"k8s.io/kubernetes/pkg/registry/core/service/ipallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/portallocator"
	service "k8s.io/kubernetes/pkg/registry/core/service/storage"
)

type core struct{}

func (core) GroupName() string { return api.GroupName }

func (core) NewRESTStorage(config serverstorage.APIResourceConfigSource, options generic.RESTOptionsGetter) (genericapiserver.APIGroupInfo, error) {
	group, err := (&corerest.GenericConfig{EventTTL: eventTTL}).NewRESTStorage(config, options)
	if err != nil {
		return group, err
	}
	nodes := must(node.NewStorage(options, kubelet.KubeletClientConfig{}, nil))
	pods := must(newPods(options, nodes.KubeletConnectionInfo))
	volumes, _, err := volume.NewREST(options)
	if err != nil {
		return group, err
	}
	claims, _, err := claim.NewREST(options)
	if err != nil {
		return group, err
	}
	services, err := newServices(options)
	if err != nil {
		return group, err
	}
	for resource, storage := range map[string]rest.Storage{
		"bindings":               pods.LegacyBinding,
		"endpoints":              must(endpoints.NewREST(options)),
		"limitranges":            must(limitrange.NewREST(options)),
		"nodes":                  nodes.Node,
		"persistentvolumeclaims": claims,
		"persistentvolumes":      volumes,
		"pods":                   pods.Pod,
		"podtemplates":           must(podtemplate.NewREST(options)),
		"replicationcontrollers": must(controller.NewStorage(options)).Controller,
		"services":               services,
	} {
		group.VersionedResourcesStorageMap["v1"][resource] = storage
	}
	return group, nil
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// Services one at a time, each as the only one of its cluster: every port and address is free.
type services struct {
	*service.REST
	lock  sync.Mutex
	ports *portAllocator
	ips   *ipAllocator
}

type portAllocator struct{ portallocator.Interface }
type ipAllocator struct{ ipallocator.Interface }

func newServices(options generic.RESTOptionsGetter) (*services, error) {
	s := &services{ports: &portAllocator{}, ips: &ipAllocator{}}
	if err := s.reset(); err != nil {
		return nil, err
	}
	families := map[api.IPFamily]ipallocator.Interface{api.IPv4Protocol: s.ips}
	var err error
	s.REST, _, _, err = service.NewREST(options, api.IPv4Protocol, families, s.ports, nil, nil, nil)
	return s, err
}

func (s *services) Create(ctx context.Context, obj runtime.Object, validate rest.ValidateObjectFunc, options *metav1.CreateOptions) (runtime.Object, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if err := s.reset(); err != nil {
		return nil, err
	}
	return s.REST.Create(ctx, obj, validate, options)
}

// reset makes the ranges of a server without flags of its own; the cluster's addresses are any that a test does not ask for by accident.
func (s *services) reset() error {
	ports, err := portallocator.NewInMemory(utilnet.PortRange{Base: 30000, Size: 2768})
	if err != nil {
		return err
	}
	ips, err := ipallocator.NewInMemory(&net.IPNet{IP: net.IPv4(10, 96, 0, 0).To4(), Mask: net.CIDRMask(16, 32)})
	if err != nil {
		return err
	}
	s.ports.Interface, s.ips.Interface = ports, ips
	return nil
}
