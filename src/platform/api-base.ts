import { carried } from '@/platform/carried'

/** Origin of the API: an app of one shop is told, the others were built for one. */
export const apiBase = (): string => carried()?.api ?? API_BASE
