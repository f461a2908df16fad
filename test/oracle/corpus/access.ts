// Rbac, authentication, authorization, certificates.
import type { Case } from './case';

export const access: readonly Case[] = [];
