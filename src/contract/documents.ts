import { Type } from '@sinclair/typebox'
import { documentKinds } from '@/domain/documents'
import type { Route } from './route'
import { Exact, MomentShape, OneOf } from './shapes'

const DocumentVersionNumberShape = Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 })

const DocumentVersionParams = Exact({
  kind: OneOf(documentKinds),
  version: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }),
})

const DocumentVersionShape = Exact({
  version: DocumentVersionNumberShape,
  /** Absent for the version that the program brings along. */
  effectiveAt: Type.Optional(MomentShape),
  announcedAt: Type.Optional(MomentShape),
  /** What is different from the version before. */
  changes: Type.Optional(Type.String()),
  isImportant: Type.Optional(Type.Boolean()),
})

/** A document with all its versions, the newest first. */
export const DocumentShape = Exact({
  kind: OneOf(documentKinds),
  versions: Type.Array(DocumentVersionShape, { minItems: 1 }),
})

export const documentRoutes = {
  'GET /api/documents': {
    summary: 'The agreement, the rules and the privacy policy of the installation, with their versions.',
    access: 'anyone',
    reply: Exact({ items: Type.Array(DocumentShape) }),
  },
  'GET /api/documents/:kind/versions/:version': {
    summary: 'The text of a version. A line that begins with `# ` is a heading.',
    access: 'anyone',
    params: DocumentVersionParams,
    reply: Exact({ ...DocumentVersionShape.properties, text: Type.String() }),
  },
  'PUT /api/me/consents': {
    summary:
      'Store that I agree to the versions in force of the documents, or, with `version`, that I have read an announced one.',
    access: 'signed-in',
    body: Exact({
      kinds: Type.Array(OneOf(documentKinds), { minItems: 1, maxItems: documentKinds.length }),
      version: Type.Optional(DocumentVersionNumberShape),
    }),
    reply: Exact({ agreed: Type.Boolean() }),
  },
} as const satisfies Record<string, Route>
