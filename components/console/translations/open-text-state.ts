import { createLoader, createSerializer, parseAsString } from "nuqs/server";

/** What the address of the open texts says; `after` is where in the list to go on. */
export const openTextState = {
  language: parseAsString,
  after: parseAsString,
};

export const loadOpenTextState = createLoader(openTextState);
export const openTextQuery = createSerializer(openTextState);
