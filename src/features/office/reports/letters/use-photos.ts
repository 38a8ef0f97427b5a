import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { NotOurs } from '#domain/sealing/symmetric'
import { sayTrouble } from '../../../../services/desk/office-call'
import { photoOf } from './photo'
import type { OpenLetter } from './read-letters'

interface Wanted {
  letter: OpenLetter
  number: number
}
export const photoName = ({ letter, number }: Wanted): string => `${letter.id}-${number}`

/** Photos of a report that have been asked for, by name, as long as it lies open. */
export function usePhotos(report: string) {
  const [pictures, setPictures] = useState<Record<string, string>>({})
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: ({ letter, number }: Wanted) => photoOf(report, letter, number),
    gcTime: 0,
    onSuccess: (picture, wanted) => setPictures((before) => ({ ...before, [photoName(wanted)]: picture })),
  })
  const asked = variables && photoName(variables)
  const trouble = error instanceof NotOurs ? '这张打不开：坏了，或者不是照片。可以在答复里请举报人再送一次。' : sayTrouble(error)
  return {
    pictures,
    fetch: mutate,
    busy: isPending ? asked : undefined,
    trouble: trouble === undefined ? undefined : { of: asked, words: trouble },
  }
}

export type Photos = ReturnType<typeof usePhotos>
