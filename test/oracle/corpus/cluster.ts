// Namespace, Node, ServiceAccount, ResourceQuota, LimitRange, Endpoints, both Events, EndpointSlice, Lease, PriorityClass, RuntimeClass.
import type { Case } from './case';

export const cluster: readonly Case[] = [];
