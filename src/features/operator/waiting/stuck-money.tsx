import type { RouteReply } from '@/contract/routes'
import { formatYuan } from '@/domain/money'
import { waitingWords as words } from '@/locales/operator/console'
import { Card } from '@/ui/card/card'
import { ListRow } from '@/ui/row/list-row'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'

interface StuckMoneyProps {
  money: RouteReply<'GET /api/operator/money'>
  onOpenShop(slug: string): void
}

/** Money that needs a person, and days whose statements differ from the ledger. */
export function StuckMoney({ money: { items, statements }, onOpenShop }: StuckMoneyProps) {
  const count = items.length + statements.length
  if (count === 0) return null
  return (
    <>
      <Heading className="console__title">{words.money(count)}</Heading>
      {items.length > 0 && (
        <Card flush>
          {items.map(({ slug, about, amount, trouble }) => (
            <ListRow
              key={`${slug} ${about}`}
              title={`¥${formatYuan(amount)} · ${trouble}`}
              value={`/s/${slug} · ${about}`}
              onPress={() => onOpenShop(slug)}
            />
          ))}
        </Card>
      )}
      {statements.length > 0 && (
        <Card>
          <Texts
            className="console__fact"
            texts={statements.map(({ service, day, differences }) =>
              words.statement(service, day, differences),
            )}
          />
        </Card>
      )}
    </>
  )
}
