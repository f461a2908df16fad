// CustomResourceDefinition and APIService.
import type { Case } from './case';

export const extension: readonly Case[] = [];
