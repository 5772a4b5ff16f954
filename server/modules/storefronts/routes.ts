import type { Handlers } from '../../http/call'
import type { ReadStorefront } from './read-storefront'

export const storefrontHandlers = (read: ReadStorefront) =>
  ({
    'GET /api/storefronts/:slug': ({ params: { slug }, reply }) => read(slug, reply),
  }) satisfies Partial<Handlers>
