import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { MAX_REPORT_NOTE_LENGTH, type ReportReason, reportReasons } from '@/domain/shop/report'
import { describeFailure } from '@/locales/failure'
import { reportReasonWords, reportWords as words } from '@/locales/storefront/report'
import { aria } from '@/platform/a11y/aria'
import { goBack, replace } from '@/platform/navigation/navigate'
import { useRequest } from '@/platform/network/use-request'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Choice } from '@/ui/choice/choice'
import { Field } from '@/ui/field/field'
import type { IconName } from '@/ui/icon/icon'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import './report-screen.scss'

const icons: Record<ReportReason, IconName> = {
  fraud: 'money',
  fake: 'goods',
  forbidden: 'warn',
  unfit: 'picture',
  rights: 'store',
  other: 'edit',
}

interface ReportScreenProps {
  shopId: Id
  /** The product that is reported; without it, the shop. */
  productId: Id | undefined
}

/** Reports a shop or a product to the operator: by a reason, and a note for whoever wants to add one. */
export function ReportScreen({ shopId, productId }: ReportScreenProps) {
  const [reason, setReason] = useState<ReportReason>()
  const [note, setNote] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const [isSent, setIsSent] = useState(false)
  const { busy, failure, send } = useRequest()

  async function report() {
    setIsMissing(!reason)
    if (!reason) return
    const text = note.trim()
    const body = { reason, ...(productId ? { productId } : {}), ...(text ? { note: text } : {}) }
    const result = await send(() => call('PUT /api/shops/:shopId/report', { params: { shopId }, body }))
    if (result?.ok) setIsSent(true)
  }

  if (isSent || failure?.code === 'not-found')
    return (
      <Page title={words.title}>
        <Notice icon={isSent ? 'check' : 'search'} {...(isSent ? words.done : words.gone)}>
          <Button onPress={() => goBack()}>{words.back}</Button>
          {isSent && (
            <Button kind="line" onPress={() => replace(urlOf('report'))}>
              {words.mine}
            </Button>
          )}
        </Notice>
      </Page>
    )
  const question = productId ? words.product : words.shop
  return (
    <Page
      title={words.title}
      foot={
        <View className="report-screen__foot">
          <Alert className="report-screen__error">
            {isMissing ? words.missing : failure && describeFailure(failure)}
          </Alert>
          <Button busy={busy && words.sending} onPress={() => void report()}>
            {words.send}
          </Button>
        </View>
      }
    >
      <Card>
        <View className="report-screen">
          <Heading className="report-screen__title">{question}</Heading>
          <Text className="report-screen__text">{words.lead}</Text>
          <View {...aria({ role: 'radiogroup', label: question })}>
            {reportReasons.map((one) => (
              <Choice
                key={one}
                icon={icons[one]}
                words={reportReasonWords[one]}
                chosen={reason === one}
                onPress={() => {
                  setReason(one)
                  setIsMissing(false)
                }}
              />
            ))}
          </View>
          <Field
            label={words.note}
            kind="lines"
            low
            value={note}
            maxLength={MAX_REPORT_NOTE_LENGTH}
            onChange={setNote}
          />
        </View>
      </Card>
    </Page>
  )
}
