import { Fragment } from 'react'

/** Not needed on H5, where elements are updated individually. */
export const UpdateBoundary = Fragment
