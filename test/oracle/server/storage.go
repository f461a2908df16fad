// The registry's stores over a storage that keeps nothing: every object is new, and a create hands back what it would have stored.
package main

import (
	"context"
	"errors"
	"net"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	utilnet "k8s.io/apimachinery/pkg/util/net"
	"k8s.io/apiserver/pkg/registry/generic"
	"k8s.io/apiserver/pkg/storage"
	"k8s.io/apiserver/pkg/storage/storagebackend"
	"k8s.io/apiserver/pkg/storage/storagebackend/factory"
	"k8s.io/client-go/tools/cache"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	api "k8s.io/kubernetes/pkg/apis/core"
	deployment "k8s.io/kubernetes/pkg/registry/apps/deployment/storage"
	cronjob "k8s.io/kubernetes/pkg/registry/batch/cronjob/storage"
	job "k8s.io/kubernetes/pkg/registry/batch/job/storage"
	configmap "k8s.io/kubernetes/pkg/registry/core/configmap/storage"
	secret "k8s.io/kubernetes/pkg/registry/core/secret/storage"
	"k8s.io/kubernetes/pkg/registry/core/service/ipallocator"
	"k8s.io/kubernetes/pkg/registry/core/service/portallocator"
	service "k8s.io/kubernetes/pkg/registry/core/service/storage"
	ingress "k8s.io/kubernetes/pkg/registry/networking/ingress/storage"
)

type nowhere struct {
	storage.Interface
	codec runtime.Codec
}

func (nowhere) Versioner() storage.Versioner { return storage.APIObjectVersioner{} }

func (n nowhere) Create(_ context.Context, _ string, obj, out runtime.Object, _ uint64) error {
	if version, err := n.Versioner().ObjectResourceVersion(obj); err == nil && version != 0 {
		return errors.New("resourceVersion should not be set on objects to be created")
	}
	if err := n.Versioner().PrepareObjectForStorage(obj); err != nil {
		return err
	}
	data, err := runtime.Encode(n.codec, obj)
	if err != nil {
		return err
	}
	_, _, err = n.codec.Decode(data, nil, out)
	return err
}

func (nowhere) Get(_ context.Context, key string, options storage.GetOptions, _ runtime.Object) error {
	if options.IgnoreNotFound {
		return nil
	}
	return storage.NewKeyNotFoundError(key, 0)
}

func options(group schema.GroupVersion) generic.RESTOptionsGetter {
	// As the server, which stores in protobuf: what goes through it loses the difference between an empty list and none.
	info, ok := runtime.SerializerInfoForMediaType(legacyscheme.Codecs.SupportedMediaTypes(), runtime.ContentTypeProtobuf)
	if !ok {
		panic("no protobuf serializer")
	}
	encoder := legacyscheme.Codecs.EncoderForVersion(info.Serializer, group)
	decoder := legacyscheme.Codecs.DecoderToVersion(info.Serializer, runtime.InternalGroupVersioner)
	codec := runtime.NewCodec(encoder, decoder)
	config := storagebackend.Config{Codec: codec, EncodeVersioner: group}
	return generic.RESTOptions{
		ResourcePrefix: "/nowhere",
		StorageConfig:  &storagebackend.ConfigForResource{Config: config},
		Decorator: func(*storagebackend.ConfigForResource, string, func(runtime.Object) (string, error), func() runtime.Object,
			func() runtime.Object, storage.AttrFunc, storage.IndexerFuncs, *cache.Indexers) (storage.Interface, factory.DestroyFunc, error) {
			return nowhere{codec: codec}, func() {}, nil
		},
	}
}

// The ranges of a server without flags of its own; the cluster's addresses are any that a test does not ask for by accident.
type portAllocator struct{ portallocator.Interface }
type ipAllocator struct{ ipallocator.Interface }

type serviceAllocators struct {
	ports *portAllocator
	ips   *ipAllocator
}

var allocators = serviceAllocators{&portAllocator{}, &ipAllocator{}}

// reset frees every port and address: each Service is judged as the only one of its cluster.
func (a serviceAllocators) reset() {
	ports, err := portallocator.NewInMemory(utilnet.PortRange{Base: 30000, Size: 2768})
	if err != nil {
		panic(err)
	}
	ips, err := ipallocator.NewInMemory(&net.IPNet{IP: net.IPv4(10, 96, 0, 0).To4(), Mask: net.CIDRMask(16, 32)})
	if err != nil {
		panic(err)
	}
	a.ports.Interface = ports
	a.ips.Interface = ips
}

func init() {
	batch := options(schema.GroupVersion{Group: "batch", Version: "v1"})
	core := options(schema.GroupVersion{Version: "v1"})

	jobs, _, err := job.NewREST(batch)
	serve("batch", "Job", "jobs", jobs, err)
	cronJobs, _, err := cronjob.NewREST(batch)
	serve("batch", "CronJob", "cronjobs", cronJobs, err)
	deployments, _, _, err := deployment.NewREST(options(schema.GroupVersion{Group: "apps", Version: "v1"}))
	serve("apps", "Deployment", "deployments", deployments, err)
	ingresses, _, err := ingress.NewREST(options(schema.GroupVersion{Group: "networking.k8s.io", Version: "v1"}))
	serve("networking.k8s.io", "Ingress", "ingresses", ingresses, err)
	secrets, err := secret.NewREST(core)
	serve("", "Secret", "secrets", secrets, err)
	configMaps, err := configmap.NewREST(core)
	serve("", "ConfigMap", "configmaps", configMaps, err)

	allocators.reset()
	families := map[api.IPFamily]ipallocator.Interface{api.IPv4Protocol: allocators.ips}
	services, _, _, err := service.NewREST(core, api.IPv4Protocol, families, allocators.ports, nil, nil, nil)
	serve("", "Service", "services", services, err)
}
