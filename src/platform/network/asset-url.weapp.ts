import { apiBase } from './api-base'

/** The URL of a server file (`/photos/…`). */
export const assetUrl = (path: string): string => `${apiBase()}${path}`
