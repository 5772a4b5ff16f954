import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { lessonJoinWords as words } from '@/locales/lesson/lesson-join'
import { aria } from '@/platform/a11y/aria'
import { scrolledByKeys } from '@/platform/a11y/focus'
import { canScanLive } from '@/platform/device/scan'
import { useCodeScan } from '@/platform/device/use-code-scan'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { NumberPad } from '@/ui/number-pad/number-pad'
import { Page } from '@/ui/page/page'
import { Alert, Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { useAttendedLesson } from '../membership'
import { NUMBER_DIGITS, numberInScan } from './lesson-number'
import './number-entry.scss'

interface NumberEntryProps {
  number: string
  isFinding: boolean
  /** Why the number led to no lesson. */
  error: ReactNode
  type(digits: string): void
  find(number: string): void
  openWizard(): void
}

/** Asks for the four digits of a lesson, which are typed on a pad, or scanned where a phone scans live. */
export function NumberEntry({ number, isFinding, error, type, find, openWizard }: NumberEntryProps) {
  const { error: scanError, scan } = useCodeScan(numberInScan, words, find)
  return (
    <Page title={words.title} fill bleed>
      <View className="number-entry">
        <View className="number-entry__main" {...scrolledByKeys}>
          <CurrentLesson onReturn={openWizard} />
          <Heading className="number-entry__ask">{words.ask}</Heading>
          <Digits number={number} />
          <Status>{isFinding && words.finding}</Status>
          {error}
          {canScanLive && (
            <Button kind="soft" icon="qr" onPress={scan}>
              {words.scan}
            </Button>
          )}
          <Alert>{scanError}</Alert>
        </View>
        <View className="number-entry__pad">
          <NumberPad
            digits={NUMBER_DIGITS}
            value={number}
            onChange={type}
            done={words.find}
            onDone={() => find(number)}
            doneDisabled={isFinding || number.length < NUMBER_DIGITS}
          />
        </View>
      </View>
    </Page>
  )
}

function Digits({ number }: { number: string }) {
  const label = words.typed([...number].join(' '), NUMBER_DIGITS - number.length)
  return (
    <View className="number-entry__digits" {...aria({ role: 'img', label, live: 'polite' })}>
      {Array.from({ length: NUMBER_DIGITS }, (_, at) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a digit is its position
          key={at}
          className={`number-entry__digit ${at === number.length ? 'number-entry__digit--next' : ''}`}
        >
          <Text>{number[at] ?? ''}</Text>
        </View>
      ))}
    </View>
  )
}

/** The lesson that the phone is in, and the way back to it. */
function CurrentLesson({ onReturn }: { onReturn(): void }) {
  const membership = useAttendedLesson((store) => store.membership)
  if (!membership) return null
  return (
    <Card>
      <View className="number-entry__current">
        <Text className="number-entry__current-words">
          {words.current(membership.centre, membership.seat)}
        </Text>
        <Button size="small" onPress={onReturn}>
          {words.back}
        </Button>
      </View>
    </Card>
  )
}
