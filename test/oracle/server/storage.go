// A storage that keeps nothing: every object is new, and a create hands back what it would have stored.
package main

import (
	"context"
	"errors"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apiserver/pkg/registry/generic"
	"k8s.io/apiserver/pkg/storage"
	"k8s.io/apiserver/pkg/storage/storagebackend"
	"k8s.io/apiserver/pkg/storage/storagebackend/factory"
	"k8s.io/client-go/tools/cache"
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

// GuaranteedUpdate is what a Binding does to its Pod, which is taken to be there with nothing in it.
func (nowhere) GuaranteedUpdate(_ context.Context, _ string, out runtime.Object, _ bool, _ *storage.Preconditions,
	update storage.UpdateFunc, _ runtime.Object) error {
	_, _, err := update(out, storage.ResponseMeta{})
	return err
}

// over makes every registry that is given it store in this one way.
func over(codec runtime.Codec) generic.RESTOptions {
	return generic.RESTOptions{
		ResourcePrefix: "/nowhere",
		StorageConfig:  &storagebackend.ConfigForResource{Config: storagebackend.Config{Codec: codec}},
		Decorator: func(*storagebackend.ConfigForResource, string, func(runtime.Object) (string, error), func() runtime.Object,
			func() runtime.Object, storage.AttrFunc, storage.IndexerFuncs, *cache.Indexers) (storage.Interface, factory.DestroyFunc, error) {
			return nowhere{codec: codec}, func() {}, nil
		},
	}
}
