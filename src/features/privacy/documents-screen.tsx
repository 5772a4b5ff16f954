import { Text, View } from '@tarojs/components'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { announcedVersion, versionInForce } from '@/domain/documents'
import { documentWords as words } from '@/locales/person/documents'
import { reportWords } from '@/locales/storefront/report'
import { effectWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { ListRow } from '@/ui/row/list-row'
import { DocumentScreen } from './document-screen'
import './documents-screen.scss'

type InstallationDocument = RouteReply<'GET /api/documents'>['items'][number]

/** The documents of the installation, or the one of the given kind. */
export function DocumentsScreen({ kind }: { kind: string | undefined }) {
  const state = useCall('GET /api/documents', {}, 'warm')
  const shown = state.data?.items.find((one) => one.kind === kind)
  if (shown) return <DocumentScreen document={shown} />
  return (
    <Page title={words.title}>
      <View className="documents">
        <Text className="documents__lead">{words.lead}</Text>
        <Loaded state={state} notFound={null}>
          {({ items }) => (
            <Card flush>
              {items.map((one) => (
                <DocumentRow key={one.kind} {...one} />
              ))}
            </Card>
          )}
        </Loaded>
        <Card flush>
          <ListRow title={reportWords.mine} onPress={() => go(urlOf('report'))} />
        </Card>
      </View>
    </Page>
  )
}

function DocumentRow({ kind, versions }: InstallationDocument) {
  const now = serverNow()
  const coming = announcedVersion(versions, now)
  const current = versions.find(({ version }) => version === versionInForce(versions, now))
  const comingDay = coming && effectWords(coming, now)
  return (
    <ListRow
      title={words.names[kind]}
      value={comingDay ? words.coming(comingDay) : words.inForce(current && effectWords(current, now))}
      onPress={() => go(urlOf('documents', { kind }))}
    />
  )
}
