import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { dayOf } from '@/domain/day'
import { MAX_CHANGES_LENGTH, MAX_DOCUMENT_LENGTH, NOTICE_DAYS, versionInForce } from '@/domain/documents'
import { describeFailure } from '@/locales/failure'
import { operatedDocumentsWords as words } from '@/locales/operator/settings'
import { documentNames } from '@/locales/parts/document-names'
import { dayAndYearWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Choice } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import { Loaded } from '@/ui/notice/loaded'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert } from '@/ui/text/alert'
import type { OperatedDocument } from './documents-card'

const DAY_MS = 86_400_000

/** So late that it is never too early for the server when the request takes a while. */
const MARGIN_MS = 3_600_000

interface AnnounceSheetProps {
  document: OperatedDocument
  onClose(): void
  onAnnounced(): void
}

/** Writes the next version of a document, beginning with the text of the one in force. */
export function AnnounceSheet({ document, onClose, onAnnounced }: AnnounceSheetProps) {
  const { kind, versions } = document
  const state = useCall('GET /api/documents/:kind/versions/:version', {
    params: { kind, version: String(versionInForce(versions, serverNow())) },
  })
  return (
    <Sheet title={words.sheetTitle(documentNames[kind])} onClose={onClose}>
      <Loaded state={state} notFound={null}>
        {(current) => <AnnounceForm document={document} current={current} onAnnounced={onAnnounced} />}
      </Loaded>
    </Sheet>
  )
}

interface AnnounceFormProps {
  document: OperatedDocument
  current: RouteReply<'GET /api/documents/:kind/versions/:version'>
  onAnnounced(): void
}

function AnnounceForm({ document: { kind }, current, onAnnounced }: AnnounceFormProps) {
  const [text, setText] = useState(current.text)
  const [changes, setChanges] = useState('')
  const [isImportant, setIsImportant] = useState(false)
  const [isTried, setIsTried] = useState(false)
  const { busy, failure, send } = useRequest()
  const effectiveAt = serverNow() + NOTICE_DAYS[isImportant ? 'important' : 'minor'] * DAY_MS + MARGIN_MS
  const isSame = text.trim() === current.text

  async function announce() {
    setIsTried(true)
    if (isSame || changes.trim() === '') return
    const body = { text: text.trim(), changes: changes.trim(), isImportant, effectiveAt }
    const result = await send(() =>
      call('PUT /api/operator/documents/:kind/announced', { params: { kind }, body }),
    )
    if (result?.ok) onAnnounced()
  }

  return (
    <View className="console__part">
      <Text className="console__text">{words.sheetLead}</Text>
      <Field
        label={words.text}
        kind="lines"
        value={text}
        maxLength={MAX_DOCUMENT_LENGTH}
        hint={words.textHint}
        error={isTried && isSame ? words.same : undefined}
        onChange={setText}
      />
      <Field
        label={words.changes}
        kind="lines"
        low
        value={changes}
        maxLength={MAX_CHANGES_LENGTH}
        error={isTried && changes.trim() === '' ? words.missing : undefined}
        onChange={setChanges}
      />
      <Choice
        role="checkbox"
        words={words.important}
        note={words.importantNote}
        chosen={isImportant}
        onPress={() => setIsImportant(!isImportant)}
      />
      <Text className="console__fact">{words.effect(dayAndYearWords(dayOf(effectiveAt), serverNow()))}</Text>
      <Alert className="console__error">{failure && describeFailure(failure)}</Alert>
      <Button busy={busy && words.announcing} onPress={() => void announce()}>
        {words.announce}
      </Button>
    </View>
  )
}
