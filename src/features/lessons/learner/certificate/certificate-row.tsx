import { Text, View } from '@tarojs/components'
import type { Id } from '@/domain/id'
import { certificateWords as words } from '@/locales/lesson/lesson-certificate'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { HoldSheet } from '@/ui/drawn-card/hold-sheet'
import { useSaveCard } from '@/ui/drawn-card/use-save-card'
import { Heading } from '@/ui/text/heading'
import { useAttendedLesson } from '../membership'
import { drawCertificate } from './certificate-card'
import './certificate-row.scss'

interface CertificateRowProps {
  shopId: Id
  shopName: string
  /** The name of the shop's first product. */
  goods: string
  /** Shows a message about the result. */
  onMessage(words: string): void
}

/** Saves the certificate of a shop that was opened in a lesson; nothing for other shops. */
export function CertificateRow({ shopId, shopName, goods, onMessage }: CertificateRowProps) {
  const opened = useAttendedLesson((store) => store.opened)
  const { state, save, close } = useSaveCard()
  if (opened?.shopId !== shopId) return null
  const { seat, spent } = opened
  const saveCertificate = async () => {
    const result = await save(() => drawCertificate({ ...opened, shopName, goods }), words.file(shopName))
    if (result === 'saved') onMessage(words.saved)
    if (result === 'failed') onMessage(words.failed)
  }
  return (
    <Card>
      <View className="certificate-row">
        <View className="certificate-row__words">
          <Heading className="certificate-row__title">{words.title}</Heading>
          <Text className="certificate-row__result">{words.result(seat, spent)}</Text>
        </View>
        <Button
          size="small"
          kind="soft"
          busy={state.kind === 'busy' && words.saving}
          onPress={() => void saveCertificate()}
        >
          {words.save}
        </Button>
      </View>
      {state.kind === 'hold' && <HoldSheet title={words.title} src={state.src} onClose={close} />}
    </Card>
  )
}
