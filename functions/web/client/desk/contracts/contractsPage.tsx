import type { JSX } from 'preact';
import type { Route } from '../../../desk/routes.ts';
import { ImportPage } from './importPage.tsx';
import { ListPage } from './listPage.tsx';
import { NewContractPage } from './newContractPage.tsx';
import { OnePage } from './onePage.tsx';

type ContractRoute = Extract<Route, { readonly screen: 'contracts' | 'contract' | 'new-contract' | 'import' }>;

/** All screens about contracts: they are loaded together. */
export const ContractsPage = ({ route }: { readonly route: ContractRoute }): JSX.Element => {
  switch (route.screen) {
    case 'contracts':
      return <ListPage filters={route.filters} />;
    case 'contract':
      return <OnePage key={route.contractId} contractId={route.contractId} />;
    case 'new-contract':
      return <NewContractPage />;
    case 'import':
      return <ImportPage importId={route.importId} />;
  }
};
