// Admissionregistration.
import type { Case } from './case';

export const admission: readonly Case[] = [];
