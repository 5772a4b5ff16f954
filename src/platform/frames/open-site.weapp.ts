import { apiBase } from '../network/api-base'

/** Mini-programs open only sites that WeChat has admitted. */
export const openSite = (_url: string): void => undefined

/** The address of a page of the server, for another device. */
export const siteAddress = (path: string): string => `${apiBase()}${path}`
