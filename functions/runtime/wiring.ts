import { hashes } from '../adapters/crypto/hashes.ts';
import { links } from '../adapters/crypto/links.ts';
import { addressBook } from '../adapters/dynamodb/addressBook.ts';
import { caseStore } from '../adapters/dynamodb/caseStore.ts';
import { contractStore } from '../adapters/dynamodb/contractStore.ts';
import { customerBook } from '../adapters/dynamodb/customerBook.ts';
import { careRulesStore, rulesStore } from '../adapters/dynamodb/rulesStore.ts';
import { figuresLog } from '../adapters/dynamodb/figuresLog.ts';
import { targetsLog } from '../adapters/dynamodb/targetsLog.ts';
import { secret } from '../adapters/secrets/secret.ts';
import { env } from './env.ts';

/** What nearly every function needs: the store and the keyed things around it. */
export const storage = () => {
  const key = secret(env('SECRET_ID'));
  const keyed = hashes(key);
  const tableName = env('TABLE_NAME');
  const sign = (text: string): Promise<string> => keyed.hash('cursor', text);
  const address = (email: string): Promise<string> => keyed.hash('address', email);
  return {
    cases: caseStore(tableName, sign),
    contracts: contractStore(tableName, { sign, address }),
    addresses: addressBook(tableName, address),
    customers: customerBook(tableName, address),
    rules: rulesStore(tableName),
    care: careRulesStore(tableName),
    targets: targetsLog(tableName),
    figures: figuresLog(tableName),
    hashes: keyed,
    links: links(key),
  };
};
