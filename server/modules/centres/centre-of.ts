import type { Centre } from '@/domain/centre'

/** A centre of the installation; one that was taken from its list is called by its code. */
export const centreOf = (centres: readonly Centre[], code: string): Centre =>
  centres.find((centre) => centre.code === code) ?? { code, name: code }
