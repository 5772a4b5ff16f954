import type { RouteReply } from '@/contract/routes'
import { LOOK_FORMAT } from '@/domain/look/look'
import { templateCatalogue } from '@/locales/look/template-catalogue'
import type { AppDependencies } from '../../dependencies'
import { CachedResponse } from '../../http/cache/cached-response'
import { JSON_TYPE } from '../../http/cache/etag'
import type { Handlers } from '../../http/call'

type TemplateItem = RouteReply<'GET /api/templates'>['items'][number]

/** Serialized once, because templates change only with the program. */
export function templateHandlers({ looks }: AppDependencies) {
  const items: TemplateItem[] = looks.templates.map(({ name, version, suits, theme, sections }) => ({
    name,
    version,
    title: templateCatalogue[name]?.title ?? name,
    description: templateCatalogue[name]?.description ?? '',
    suits: [...suits],
    theme,
    sections: sections.map(({ kind, settings }) => ({ kind, settings: { ...settings } })),
  }))
  const ready = new CachedResponse(JSON.stringify({ format: LOOK_FORMAT, items }), JSON_TYPE, 'no-cache')
  return { 'GET /api/templates': () => ready } satisfies Partial<Handlers>
}
