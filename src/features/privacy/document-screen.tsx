import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { announcedVersion, type DocumentKind, type DocumentVersion, versionInForce } from '@/domain/documents'
import { describeFailure } from '@/locales/failure'
import { documentWords as words } from '@/locales/person/documents'
import { effectWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { goBack } from '@/platform/navigation/navigate'
import { useRequest } from '@/platform/network/use-request'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { Segmented } from '@/ui/segmented/segmented'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'
import './documents-screen.scss'

interface DocumentScreenProps {
  document: RouteReply<'GET /api/documents'>['items'][number]
}

/** A document: the announced version if there is one, else the one in force, with the others behind it. */
export function DocumentScreen({ document: { kind, versions } }: DocumentScreenProps) {
  const now = serverNow()
  const coming = announcedVersion(versions, now)
  const [chosen, setChosen] = useState(coming?.version ?? versionInForce(versions, now))
  return (
    <Page title={words.names[kind]}>
      <View className="documents">
        {versions.length > 1 && (
          <Segmented
            label={words.versions}
            options={versions.map((one) => ({
              key: String(one.version),
              words: words.version(one.version, effectWords(one, now)),
            }))}
            value={String(chosen)}
            onChange={(version) => setChosen(Number(version))}
          />
        )}
        <Version key={chosen} kind={kind} version={chosen} isComing={chosen === coming?.version} />
      </View>
    </Page>
  )
}

interface VersionProps {
  kind: DocumentKind
  version: number
  isComing: boolean
}

function Version({ kind, version, isComing }: VersionProps) {
  const state = useCall('GET /api/documents/:kind/versions/:version', {
    params: { kind, version: String(version) },
  })
  return (
    <Loaded state={state} notFound={null}>
      {(shown) => (
        <>
          {shown.changes !== undefined && <Changes kind={kind} version={shown} isComing={isComing} />}
          <Card>
            <View className="documents__text">
              {shown.text.split(PARAGRAPH).map((part) => (
                <Paragraph key={part} text={part} />
              ))}
            </View>
          </Card>
        </>
      )}
    </Loaded>
  )
}

/** Before each heading but the first. */
const PARAGRAPH = /\n(?=# )/
const HEADING = '# '

function Paragraph({ text }: { text: string }) {
  const hasHeading = text.startsWith(HEADING)
  const [heading = '', ...lines] = text.split('\n')
  return (
    <View className="documents__paragraph">
      {hasHeading && <Heading className="documents__heading">{heading.slice(HEADING.length)}</Heading>}
      <Texts className="documents__line" texts={hasHeading ? lines : [heading, ...lines]} />
    </View>
  )
}

interface ChangesProps {
  kind: DocumentKind
  version: DocumentVersion
  isComing: boolean
}

/** What is different, what a reader can do about it, and that she has read it. */
function Changes({ kind, version, isComing }: ChangesProps) {
  const { busy, failure, send } = useRequest()
  const contact = useCall('GET /api/health', {}, 'warm').data?.operator?.contact
  const confirm = async () => {
    const body = { kinds: [kind], version: version.version }
    const result = await send(() => call('PUT /api/me/consents', { body }))
    if (result?.ok) goBack(urlOf('home'))
  }
  return (
    <Card>
      <View className="documents__changes">
        <Heading className="documents__heading">{words.changes}</Heading>
        <Text className="documents__line">{version.changes}</Text>
        {isComing && (
          <>
            {contact && <Text className="documents__fact">{words.opinion(contact)}</Text>}
            <Text className="documents__fact">{words.refuse}</Text>
            <Alert className="documents__error">{failure && describeFailure(failure)}</Alert>
            <Button kind="soft" busy={busy && words.reading} onPress={() => void confirm()}>
              {words.read}
            </Button>
          </>
        )}
      </View>
    </Card>
  )
}
