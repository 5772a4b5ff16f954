import { apiBase } from './api-base'

/** The origin of the API server's web site. */
export const webOrigin = (): string => apiBase()
