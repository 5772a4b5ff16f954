import { carried } from '@/platform/carried'
import { apiBase } from './api-base'

/** The full address of a file on the server, `/photos/…`, or of the same one in the folder of a shop's own site. */
export const assetUrl = (path: string): string => carried()?.pictures?.[path] ?? `${apiBase()}${path}`
