import { Text, View } from '@tarojs/components'
import { useCall } from '@/api/use-call'
import { dayOf } from '@/domain/day'
import { announcedVersion } from '@/domain/documents'
import type { Operator } from '@/domain/operator'
import { documentNames } from '@/locales/parts/document-names'
import { homeWords } from '@/locales/shop/home'
import { dayAndYearWords } from '@/locales/time'
import { pressable } from '@/platform/a11y/aria'
import { canOpenSites, openSite } from '@/platform/frames/open-site'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import './operator-links.scss'

/** The registers in which filed sites are looked up. */
const registers = [
  { number: 'icp', site: 'https://beian.miit.gov.cn/' },
  { number: 'police', site: 'https://beian.mps.gov.cn/' },
] as const

/** The new versions of documents, for as long as they are announced. */
function ComingDocuments() {
  const now = serverNow()
  const coming = useCall('GET /api/documents', {}, 'warm').data?.items.flatMap(({ kind, versions }) => {
    const version = announcedVersion(versions, now)
    return version?.effectiveAt ? [{ kind, day: dayAndYearWords(dayOf(version.effectiveAt), now) }] : []
  })
  return coming?.map(({ kind, day }) => {
    const text = homeWords.coming(documentNames[kind], day)
    return (
      <View
        key={kind}
        className="operator-links__coming"
        {...pressable(text, () => go(urlOf('documents', { kind })), { role: 'link' })}
      >
        <Text>{text}</Text>
      </View>
    )
  })
}

/** Who runs the installation. A site also names the numbers of its filings; WeChat shows those of a mini-program. */
export function OperatorLinks({ operator }: { operator: Operator }) {
  return (
    <View className="operator-links">
      <ComingDocuments />
      <Text className="operator-links__name">{homeWords.operator(operator.name)}</Text>
      {canOpenSites &&
        registers.map(({ number, site }) => {
          const text = operator[number]
          return (
            text && (
              <View
                key={number}
                className="operator-links__number"
                {...pressable(text, () => openSite(site), { role: 'link' })}
              >
                <Text>{text}</Text>
              </View>
            )
          )
        })}
    </View>
  )
}
