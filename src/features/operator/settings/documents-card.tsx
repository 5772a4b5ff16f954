import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { announcedVersion, versionInForce } from '@/domain/documents'
import { describeFailure } from '@/locales/failure'
import { operatedDocumentsWords as words } from '@/locales/operator/settings'
import { documentNames } from '@/locales/parts/document-names'
import { effectWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { AnnounceSheet } from './announce-sheet'

export type OperatedDocument = RouteReply<'GET /api/documents'>['items'][number]

/** The documents of the installation, their versions, and announcing the next one. */
export function DocumentsCard() {
  const { data, failure, reload } = useCall('GET /api/documents', {})
  const [changed, setChanged] = useState<OperatedDocument>()
  if (!data) return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <Card>
      <View className="console__part">
        <Heading className="console__title">{words.title}</Heading>
        <Text className="console__fact">{words.lead}</Text>
        {data.items.map((document) => (
          <DocumentLine
            key={document.kind}
            document={document}
            onChange={() => setChanged(document)}
            onWithdrawn={() => void reload()}
          />
        ))}
      </View>
      {changed && (
        <AnnounceSheet
          document={changed}
          onClose={() => setChanged(undefined)}
          onAnnounced={() => {
            setChanged(undefined)
            void reload()
          }}
        />
      )}
    </Card>
  )
}

interface DocumentLineProps {
  document: OperatedDocument
  onChange(): void
  onWithdrawn(): void
}

function DocumentLine({ document: { kind, versions }, onChange, onWithdrawn }: DocumentLineProps) {
  const [isAsking, setIsAsking] = useState(false)
  const { busy, failure, send } = useRequest()
  const now = serverNow()
  const coming = announcedVersion(versions, now)
  const current = versions.find(({ version }) => version === versionInForce(versions, now))
  const withdraw = async () => {
    const result = await send(() =>
      call('DELETE /api/operator/documents/:kind/announced', { params: { kind } }),
    )
    setIsAsking(false)
    if (result?.ok) onWithdrawn()
  }
  return (
    <View className="console__lines">
      <Text className="console__text">{documentNames[kind]}</Text>
      <Text className="console__fact">
        {words.inForce(current?.version ?? 1, current && effectWords(current, now))}
      </Text>
      {coming && (
        <Text className="console__fact">{words.coming(coming.version, effectWords(coming, now) ?? '')}</Text>
      )}
      <Alert className="console__error">{failure && describeFailure(failure)}</Alert>
      <View className="console__answers">
        {coming ? (
          <Button kind="line" size="small" onPress={() => setIsAsking(true)}>
            {words.withdraw}
          </Button>
        ) : (
          <Button kind="soft" size="small" label={words.changeOf(documentNames[kind])} onPress={onChange}>
            {words.change}
          </Button>
        )}
      </View>
      {isAsking && coming && (
        <AskSheet
          {...words.withdrawSheet}
          title={words.withdrawSheet.title(documentNames[kind], coming.version)}
          busy={busy && words.withdrawing}
          onNo={() => setIsAsking(false)}
          onYes={() => void withdraw()}
        />
      )}
    </View>
  )
}
