import { apiBase } from './api-base'

/** The full address of a file on the server: `/photos/…` → what an Image can show. */
export const assetUrl = (path: string): string => `${apiBase()}${path}`
