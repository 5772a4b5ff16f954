import { apiBase } from '../network/api-base'

/** True if pages of other sites can be opened. */
export const canOpenSites: boolean = false

/** Mini-programs open only sites that WeChat has admitted. */
export const openSite = (_url: string): void => undefined

/** The address of a page of the server, for another device. */
export const siteAddress = (path: string): string => `${apiBase()}${path}`
