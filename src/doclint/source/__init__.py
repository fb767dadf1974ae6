"""Bytes to steps and remarks: the only package that knows syntax trees and tokens."""
