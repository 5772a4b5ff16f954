import { Type } from '@sinclair/typebox'
import { trades } from '@/domain/shop/trade'
import type { Route } from '../route'
import { Exact, OneOf } from '../shapes'
import { KindShape, SectionShape, ThemeShape } from './looks'

export const templateRoutes = {
  'GET /api/templates': {
    summary:
      'Every template a shop can start from or change to: what it is called, the trades it was drawn for, its theme and its sections.',
    access: 'anyone',
    reply: Exact({
      /** The look format of these templates. */
      format: Type.Integer({ minimum: 1 }),
      items: Type.Array(
        Exact({
          name: KindShape,
          version: Type.Integer({ minimum: 1 }),
          title: Type.String(),
          description: Type.String(),
          suits: Type.Array(OneOf(trades)),
          theme: ThemeShape,
          sections: Type.Array(SectionShape),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>
