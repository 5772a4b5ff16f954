import { Fragment } from 'react'

/** A browser updates each element on its own. */
export const UpdateBoundary = Fragment
