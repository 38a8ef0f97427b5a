import { aggregateDocuments } from './aggregate'
import { addCollection } from './collections'
import type { Action, ReadAction } from './context'
import { getUserInfoForAdmin, invokeFunction } from './functions'
import { insertDocument } from './insert'
import { modifyAndReturnDoc, modifyDocument } from './modify'
import { calculateDocument, getDocument, matchingIds } from './read'
import { removeDocument } from './remove'
import { batchCopyFile, batchDeleteFile, batchGetDownloadUrl, getUploadMetadata } from './storage'
import { abortTransaction, commitTransaction, startTransaction } from './transaction'

/** What a thread beside can do. */
export const READING = new Map<unknown, ReadAction>(
  Object.entries({
    'database.getDocument': getDocument,
    'database.calculateDocument': calculateDocument,
    'database.aggregateDocuments': aggregateDocuments,
    matchingIds,
  }),
)

/** Every action of CloudBase's endpoint that the SDK's database, storage, function and user calls use. */
export const ACTIONS = new Map<unknown, Action>(
  Object.entries({
    'database.addCollection': addCollection,
    'database.insertDocument': insertDocument,
    'database.getDocument': getDocument,
    'database.calculateDocument': calculateDocument,
    'database.modifyDocument': modifyDocument,
    'database.modifyAndReturnDoc': modifyAndReturnDoc,
    'database.removeDocument': removeDocument,
    'database.aggregateDocuments': aggregateDocuments,
    'database.startTransaction': startTransaction,
    'database.commitTransaction': commitTransaction,
    'database.abortTransaction': abortTransaction,
    'functions.invokeFunction': invokeFunction,
    'auth.getUserInfoForAdmin': getUserInfoForAdmin,
    'storage.getUploadMetadata': getUploadMetadata,
    'storage.batchGetDownloadUrl': batchGetDownloadUrl,
    'storage.batchDeleteFile': batchDeleteFile,
    'storage.batchCopyFile': batchCopyFile,
  }),
)
